"""The text the benchmarks read and the one place that calls the extractor."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

import pytest

SENTENCES = (
    "At least 46 people were killed when a ferry carrying 310 passengers capsized off Port Maren on Tuesday.",
    "The coast guard said 212 of them had been pulled from the water by nightfall.",
    "Harbour officials put the number of missing at about 50.",
    "An estimated 4,000 residents of Oldbridge were told to leave as the river rose by 3.2 metres.",
    "The regional government said the flood had damaged more than 1,200 houses and 17 bridges.",
    "Nearly a third of the town was still without power on Friday, the utility said.",
    "Police counted 30,000 marchers in the capital; the organisers spoke of between 80,000 and 100,000.",
    "Twelve officers were injured and 58 demonstrators detained, the interior ministry said.",
    "Not a single shot was fired, according to the mayor.",
    "Ostrava Steel will cut 2,300 jobs over the next 18 months, half of them at its oldest plant.",
    "Its profit fell 12 percent to $340 million in the three months to June.",
    "Revenue was almost unchanged at $4.1 billion, the company said.",
    "Analysts had expected a profit of $365 million to $380 million.",
    "Rebels in the Tarn valley said they had shot down two helicopters and captured nine soldiers.",
    "The army denied that it had lost any aircraft and said 40 fighters had been killed.",
    "Some 15,000 people have crossed the border since Monday, twice as many as in the whole of last month.",
    "Aid groups warned that up to 60,000 could follow within a week.",
    "The convoy of 35 lorries brought 600 tonnes of flour and 80 tonnes of medicine.",
    "A 5.9-magnitude earthquake struck 14 kilometres east of Lakemouth at 3:42 a.m.",
    "Rescuers found three survivors under the rubble 51 hours later.",
    "The death toll rose to 127, the health ministry said on Sunday, up from 93 a day earlier.",
    "Doctors at the central hospital said they had treated dozens of people for burns.",
    "Fewer than 200 of the 1,450 families have returned to the village.",
    "The minister said unemployment had fallen to 6.4 percent, its lowest level in 11 years.",
    "Inflation stood at 3.1 percent in September, 0.4 percentage points below the previous month.",
    "The bank raised its main rate by a quarter of a point to 4.75 percent.",
    "Firefighters said the blaze had burned 9,500 hectares and was 20 percent contained.",
    "More than 700 firefighters and 16 aircraft were fighting the flames.",
    "The tunnel, 8.7 kilometres long, cost 920 million euros, 250 million more than planned.",
    "It will carry an average of 24,000 vehicles a day.",
    "A court in Brennstadt sentenced the former treasurer to seven years and fined him 1.5 million euros.",
    "Prosecutors had asked for nine years.",
    "The train was travelling at 142 km/h in a zone with a limit of 80 km/h, investigators said.",
    "All 64 passengers survived; eleven of them were slightly hurt.",
    "Turnout reached 71 percent by 6 p.m., against 65 percent four years ago.",
    "With 98 percent of the votes counted, the Greens had 23 of the 120 seats.",
    "The party had won 31 seats in the last election.",
    "Tens of thousands of customers lost their connection for about six hours.",
    "The operator said the failure had affected no more than 8,000 households.",
    "Three of the four engines were repaired within two days, the airline said, at a cost of $2.6 million.",
)


def extract_claims_of(text: str) -> Sequence[Any]:
    """The claims in the text: the only place in the benchmarks that knows the extractor's interface."""
    from claimcheck.extract.assemble import extract_claims
    from claimcheck.model import Document

    return extract_claims(Document(id="benchmark", story="benchmark", text=text))


@pytest.fixture(scope="session")
def sentences() -> tuple[str, ...]:
    return SENTENCES


@pytest.fixture(scope="session")
def extract() -> Callable[[str], Sequence[Any]]:
    """The extractor with its lexicons loaded, so that only reading is measured."""
    assert len(extract_claims_of(" ".join(SENTENCES))) >= len(SENTENCES)
    return extract_claims_of


@pytest.fixture(scope="session")
def seconds() -> Callable[..., float]:
    """The time of one call, the shortest of several: what disturbs a run only ever adds to it.

    What other tests and libraries left in memory is kept out of the garbage collector's rounds, for its size is
    no property of the call.
    """

    def measure(call: Callable[[], object], rounds: int = 5) -> float:
        times = []
        gc.collect()
        gc.freeze()
        for _ in range(rounds):
            start = perf_counter()
            call()
            times.append(perf_counter() - start)
        gc.unfreeze()
        return min(times)

    return measure
