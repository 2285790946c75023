"""The Python API: the public names of a module with their signatures and what their docstrings promise.

Read off the code itself: ``inspect`` gives what is called, and the source what is said below a field.
"""

from __future__ import annotations

import ast
import enum
import inspect
import textwrap
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final

from pydantic import BaseModel

from docs.site import places
from docs.site.page import Page, bullets, code, english, fenced, heading, link, made
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text

_ABOUT: Final = Text(
    "公开的名字以 __all__ 为准；其余都可能改动。",
    "What __all__ names is public; everything else may change.",
)
_LONGEST: Final = 88
"""How long a line of code may be before its parameters stand below each other."""
_FIELDS_OF_DOSSIER: Final = "Its fields are the facts of a dossier: "


def pages() -> Iterator[Page]:
    """A page for each public module."""
    for name in places.MODULES:
        yield _module(name)


def _module(name: str) -> Page:
    module = import_module(name)
    here = places.module(name)
    blocks = [heading(1, code(name)), for_markdown(_ABOUT.zh), english(_ABOUT.en), _prose(module.__doc__)]
    for public in sorted(module.__all__, key=lambda word: (word.startswith("_"), word.lower())):
        blocks += _name(public, getattr(module, public), here)
    return made(here, blocks)


def _name(name: str, value: object, here: str) -> Iterator[str]:
    yield heading(2, code(name), name)
    if inspect.isclass(value):
        yield from _class(name, value, here)
    elif callable(value):
        yield fenced(_signature(name, value), "python")
        yield _prose(inspect.getdoc(value))
    elif not isinstance(value, str) or name == "__version__":
        yield for_markdown(f"{type(value).__name__}: {value}")
    else:
        yield code(repr(value))


def _class(name: str, made_of: type, here: str) -> Iterator[str]:
    is_model = issubclass(made_of, BaseModel)
    bases = [base.__name__ for base in made_of.__bases__ if base is not object]
    yield fenced(f"class {name}({', '.join(bases)})" if bases else f"class {name}", "python")
    yield _prose(inspect.getdoc(made_of))
    if is_model:
        yield _FIELDS_OF_DOSSIER + link("facts", here, places.FACTS) + "."
    elif fields := _fields(made_of):
        yield bullets(fields)
    for member, function in _members(made_of):
        yield heading(3, code(f"{name}.{member}"), f"{name}.{member}")
        if isinstance(function, property):
            yield _prose(inspect.getdoc(function))
        else:
            yield fenced(_signature(member, function), "python")
            yield _prose(inspect.getdoc(function))


def _members(made_of: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties that our own classes define, each once."""
    seen: set[str] = set()
    for cls in made_of.__mro__:
        if not cls.__module__.startswith("tic_rules"):
            continue
        # Looking at a model completes it, which adds to what is looked through.
        for name, value in list(vars(cls).items()):
            plain = value.__func__ if isinstance(value, (classmethod, staticmethod)) else value
            known = inspect.isfunction(plain) or isinstance(value, property) or hasattr(value, "attrname")
            if not name.startswith("_") and known and name not in seen and not hasattr(BaseModel, name):
                seen.add(name)
                cached = getattr(value, "func", None)
                yield name, property(cached) if cached is not None and hasattr(value, "attrname") else plain


def _fields(made_of: type) -> list[str]:
    """The fields of a dataclass and the members of an enumeration, with what the source says below each."""
    source = ast.parse(textwrap.dedent(inspect.getsource(made_of))).body[0]
    if not isinstance(source, ast.ClassDef):
        return []
    told = []
    for at, node in enumerate(source.body):
        match node:
            case ast.AnnAssign(target=ast.Name(name)):
                said = f"{code(name)}: {code(ast.unparse(node.annotation))}"
            case ast.Assign(targets=[ast.Name(name)], value=value) if issubclass(made_of, enum.Enum):
                said = f"{code(name)} = {code(ast.unparse(value))}"
            case _:
                continue
        if name.startswith("_"):
            continue
        below = source.body[at + 1] if at + 1 < len(source.body) else None
        match below:
            case ast.Expr(value=ast.Constant(value=str(words))):
                said += f": {_prose(words)}"
            case _:
                pass
        told.append(said)
    return told


def _signature(name: str, function: Callable[..., object]) -> str:
    """A function as it is called; a line for each parameter where one line would be long."""
    signature = inspect.signature(function)
    parts = list(_parameters(signature))
    returns = signature.return_annotation
    end = "" if returns is inspect.Signature.empty else f" -> {_annotation(returns)}"
    line = f"{name}({', '.join(parts)}){end}"
    if len(line) <= _LONGEST:
        return line
    return "\n".join([f"{name}(", *(f"    {part}," for part in parts), f"){end}"])


def _parameters(signature: inspect.Signature) -> Iterator[str]:
    kinds = inspect.Parameter
    had_star = False
    for number, parameter in enumerate(signature.parameters.values()):
        if number == 0 and parameter.name in {"self", "cls"}:
            continue
        if parameter.kind is kinds.KEYWORD_ONLY and not had_star:
            had_star = True
            yield "*"
        is_rest, is_named_rest = parameter.kind is kinds.VAR_POSITIONAL, parameter.kind is kinds.VAR_KEYWORD
        stars = "*" if is_rest else "**" if is_named_rest else ""
        had_star = had_star or is_rest
        said = f"{stars}{parameter.name}"
        if parameter.annotation is not kinds.empty:
            said += f": {_annotation(parameter.annotation)}"
        if parameter.default is not kinds.empty:
            said += f" = {_default(parameter.default)}"
        yield said


def _annotation(written: object) -> str:
    """An annotation as the source has it."""
    return written if isinstance(written, str) else inspect.formatannotation(written)


def _default(value: object) -> str:
    """A default as somebody would type it."""
    return f"{type(value).__name__}.{value.name}" if isinstance(value, enum.Enum) else repr(value)


def _prose(doc: str | None) -> str:
    """A docstring as Markdown: its marks are nearly the same; ``::`` announces an indented block."""
    return inspect.cleandoc(doc or "").replace("::\n", ":\n").replace("``", "`")
