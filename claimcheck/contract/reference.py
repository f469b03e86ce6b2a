"""Tables of every key of a file, in Markdown, made from its JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
REFERENCE = "#/$defs/"


def reference(title: str, schema: Schema, level: int = 2) -> str:
    """The keys of a file and of everything in it, each part once, in the order in which they are met."""
    lines: list[str] = []
    waiting, seen = [""], {""}
    while waiting:
        name = waiting.pop(0)
        part = schema["$defs"][name] if name else schema
        head = f"`{title}`" if not name else f"`{title}`: {_words(name)}"
        lines += [f"{'#' * (level + bool(name))} {head}", "", _sentence(part), ""]
        if part.get("properties"):
            lines += [*_table(part, schema), ""]
        for other in _mentioned(part):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return "\n".join(lines)


def _table(part: Schema, schema: Schema) -> Iterator[str]:
    required = part.get("required", ())
    yield "| Key | Holds | Unless given | Means |"
    yield "|---|---|---|---|"
    for key, field in part["properties"].items():
        default = "must be given" if key in required else _default(field)
        yield f"| `{key}` | {_type(field)} | {default} | {_cell(_means(field, schema))} |"


def _means(field: Schema, schema: Schema) -> str:
    """The description of a field, else that of what it holds."""
    if "description" in field:
        return str(field["description"])
    held = [name for name in _mentioned(field) if "description" in schema["$defs"][name]]
    return str(schema["$defs"][held[0]]["description"]) if held else ""


def _default(field: Schema) -> str:
    default = field.get("default")
    return "" if default in (None, "", [], {}) else f"`{json.dumps(default, ensure_ascii=False)}`"


def _type(field: Schema) -> str:
    """What a field holds, in words: text, list of text, one of a, b."""
    if "$ref" in field:
        return _words(field["$ref"].removeprefix(REFERENCE))
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    branches = field.get("oneOf") or field.get("anyOf") or field.get("allOf")
    if branches:
        named = [_type(branch) for branch in branches if branch.get("type") != "null"]
        return " or ".join(dict.fromkeys(named))
    return _plain_type(field)


def _plain_type(field: Schema) -> str:
    kind = field.get("type")
    if kind == "array":
        items = field.get("items", {})
        if isinstance(items, list):
            return f"list of {len(items)}: {', '.join(map(_type, items))}"
        return f"list of {_type(items)}"
    if kind == "object":
        held = field.get("additionalProperties")
        return f"names with {_type(held)} each" if isinstance(held, dict) else "names"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}.get(
        str(kind), "anything"
    )


def _mentioned(part: Any) -> Iterator[str]:
    """The names of the parts that a schema refers to, in order."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key == "$ref":
                yield str(value).removeprefix(REFERENCE)
            elif key not in ("$defs", "discriminator"):
                yield from _mentioned(value)
    elif isinstance(part, list):
        for value in part:
            yield from _mentioned(value)


def _sentence(part: Schema) -> str:
    return " ".join(str(part.get("description", "")).split())


def _words(name: str) -> str:
    """A class as words: `PartExceedsWhole` is “part exceeds whole”."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Form")).lower()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
