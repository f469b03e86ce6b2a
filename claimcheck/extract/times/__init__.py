"""When what is claimed took place: dates, weekdays, parts of the day, clocks and zones as intervals."""
