"""The page of the keys that each knowledge file takes, from the types that decode it."""

import inspect
from collections.abc import Iterator

from msgspec import NODEFAULT
from msgspec import inspect as types

from reference.entries import opening_comment
from reference.markdown import page, reading, table
from unknot.knowledge import shapes
from unknot.units import Value


def knowledge_keys() -> str:
    """The page of all knowledge files."""
    blocks = [
        "The knowledge of Unknot is data: one TOML file for each kind of fact, in `src/unknot/knowledge`. It is read "
        "when Unknot starts. An unknown key, a missing source, a value of the wrong kind, an id used twice or a "
        "reference to nothing stops the start, with the file, the entry, the problem and how to mend it.",
    ]
    for shape in _shapes():
        blocks += _file(shape)
    return page("Knowledge files", *blocks)


def _shapes() -> list[type[Value]]:
    """The types that stand for a whole file: their docstring is its name."""
    structs = [one for one in vars(shapes).values() if inspect.isclass(one) and issubclass(one, Value)]
    return [one for one in structs if (one.__doc__ or "").endswith(".toml")]


def _file(shape: type[Value]) -> Iterator[str]:
    name = shape.__doc__ or ""
    yield f"## {name}"
    yield reading(opening_comment(name))
    for field in _struct(types.type_info(shape)).fields:
        entry = _inner(field.type)
        many = isinstance(_bare(field.type), types.VarTupleType)
        yield f"### `{f'[[{field.name}]]' if many else f'[{field.name}]'}`"
        yield from _entry(entry)


def _entry(entry: types.StructType) -> Iterator[str]:
    yield _about(entry.cls)
    yield table(("Key", "Takes", ""), ((f"`{one.name}`", _takes(one.type), _default(one)) for one in entry.fields))
    for one in entry.fields:
        inner = _bare(one.type)
        if isinstance(inner, types.VarTupleType):
            inner = _bare(inner.item_type)
        if isinstance(inner, types.UnionType):
            inner = next((each for each in inner.types if isinstance(each, types.StructType)), inner)
        if isinstance(inner, types.StructType):
            yield f"`{one.name}` in turn takes:"
            yield from _entry(inner)


def _about(kind: type) -> str:
    """Its docstring, without where in the fact sheet it comes from."""
    return (inspect.getdoc(kind) or "").partition("\n\nSource:")[0]


def _struct(found: types.Type) -> types.StructType:
    bare = _bare(found)
    if not isinstance(bare, types.StructType):
        raise TypeError(f"{found} is no table")
    return bare


def _inner(found: types.Type) -> types.StructType:
    bare = _bare(found)
    return _struct(bare.item_type if isinstance(bare, types.VarTupleType) else bare)


def _bare(found: types.Type) -> types.Type:
    return _bare(found.type) if isinstance(found, types.Metadata) else found


def _default(field: types.Field) -> str:
    if field.required:
        return "required"
    default = field.default if field.default is not NODEFAULT else ()
    if default in ("", (), None) or default == {}:
        return ""
    return f"else {str(default).lower()}"


def _takes(found: types.Type) -> str:
    """What a key takes, in words."""
    match found:
        case types.Metadata():
            told = (found.extra_json_schema or {}).get("description")
            if isinstance(found.type, types.VarTupleType) and told:
                return f"list of source ids: {told}"
            return f"{_takes(found.type)} ({told})" if told else _takes(found.type)
        case types.StrType():
            return "text" if found.pattern is None else f"text like `{found.pattern}`"
        case types.BoolType() | types.DateType():
            return "true or false" if isinstance(found, types.BoolType) else "a day"
        case types.IntType() | types.FloatType():
            return _number(found)
        case types.EnumType():
            return "one of " + ", ".join(f"`{member.value}`" for member in found.cls)
        case types.VarTupleType():
            return f"list of {_takes(found.item_type)}"
        case types.TupleType():
            return f"[{', '.join(_takes(one) for one in found.item_types)}]"
        case types.DictType():
            return f"table: {_takes(found.key_type)} → {_takes(found.value_type)}"
        case types.UnionType():
            return " or ".join(_takes(one) for one in found.types if not isinstance(one, types.NoneType))
        case types.StructType():
            return f"{found.cls.__name__} table"
        case _:
            raise TypeError(f"no words for {found}")


def _number(found: types.IntType | types.FloatType) -> str:
    kind = "whole number" if isinstance(found, types.IntType) else "number"
    limits = [("≥", found.ge), (">", found.gt), ("≤", found.le), ("<", found.lt)]
    said = [f"{sign} {limit:g}" for sign, limit in limits if limit is not None]
    return f"{kind} {' and '.join(said)}".strip()
