"""Loading a pack: a shipped one by its name, another by its path; checked whole, or refused with every problem."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from tic_rules import arguments, shipped, source
from tic_rules.errors import InputError, PackError, UsageError
from tic_rules.facts.catalogue import common_facts
from tic_rules.ir.catalogue import Catalogue, FactKind, Text
from tic_rules.ir.norms import Finding, Norm, Relaxation
from tic_rules.ir.pack import Pack
from tic_rules.packs import checks
from tic_rules.packs.cities import unknown_pack
from tic_rules.packs.form import Problems
from tic_rules.packs.lifecycle_reader import LifecycleReader
from tic_rules.packs.pack_reader import PackReader


def load_pack(name: str | os.PathLike[str]) -> Pack:
    """The pack of a shipped name (``liaocheng``), or of a file given by its path.

    A plain word is only ever looked up among the shipped packs, by its id alone; the error for another name of a city
    (``聊城``) says the id. What has a suffix or a folder in it is a path. Raises UsageError for an unknown name,
    PackError with every problem of a file that cannot be read or used.
    """
    if not isinstance(name, (str, bytes, os.PathLike)):
        raise arguments.refuse("load_pack", "name", name, arguments.A_NAME_OR_PATH)
    if isinstance(name, str) and not Path(name).suffix and os.sep not in name and "/" not in name:
        if name not in shipped.pack_names():
            raise UsageError([unknown_pack(name)])
        return _shipped(name)
    try:
        return _loaded(lambda: source.read_document(name))
    except InputError as error:
        raise PackError(error.problems) from None


@cache
def _shipped(name: str) -> Pack:
    return _loaded(lambda: source.parse_yaml(shipped.pack_bytes(name), f"{name}.yaml"))


def _loaded(read: Callable[[], source.Document]) -> Pack:
    """The pack that is read, with no search for garbage meanwhile.

    Tens of thousands of nodes are made and none is dropped, so that Python would look through all that the process
    holds for nothing: a quarter of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return pack_of(read())
    finally:
        if collects:
            gc.enable()


def pack_of(document: source.Document) -> Pack:
    """The pack that a document holds. Raises PackError with every problem."""
    problems = Problems()
    pack = _read(document, problems)
    if problems.found:
        raise PackError(problems.found)
    return pack


def _read(document: source.Document, problems: Problems) -> Pack:
    reader = PackReader(document, problems)
    head = reader.head()
    facts = reader.facts(head.id)
    catalogue = common_facts().with_facts(facts)
    reader.conditions.know_scales(_scales(catalogue))
    authorities = reader.authorities()
    tracks, terms, findings = reader.tracks(), reader.terms(), reader.findings()
    norms, relaxations = reader.norms(head.authority), reader.relaxations()
    written = reader.top.get("lifecycle")
    pack = Pack(
        id=head.id,
        version=head.version,
        digest=_digest(document),
        title=head.title,
        jurisdiction=head.jurisdiction,
        jurisdiction_code=head.jurisdiction_code,
        issued_by=head.issued_by,
        issued_number=head.issued_number,
        issued_on=head.issued_on,
        kind=head.kind,
        in_force=head.in_force,
        implements=head.implements,
        repeals=head.repeals,
        authority=head.authority,
        authorities=authorities,
        facts=facts,
        catalogue=catalogue,
        tracks=tracks,
        terms=terms,
        findings=(*findings, *_implied(norms, relaxations)),
        norms=norms,
        relaxations=relaxations,
        lifecycle=None if written is None else LifecycleReader(written, reader, problems).lifecycle(),
        provisions=reader.provisions(),
        source=document.source,
    )
    checks.check(pack, head, reader.conditions.places, problems)
    return pack


def _scales(catalogue: Catalogue) -> dict[str, str]:
    return {
        word: spec.scale
        for spec in catalogue.values()
        if spec.kind is FactKind.LEVEL and spec.scale is not None
        for word in spec.values
    }


def _implied(norms: tuple[Norm, ...], relaxations: tuple[Relaxation, ...]) -> tuple[Finding, ...]:
    """The findings that follow from norms in principle and from relaxations."""
    departures = [
        Finding(
            norm.departure,
            Text(
                f"是否同意对“{norm.title.zh}”作例外处理？",
                f"Is an exception made from “{norm.title.en}”?",
            ),
            norm.departs_by,
            place=norm.place,
        )
        for norm in norms
        if norm.departs_by
    ]
    title = {norm.id: norm.title for norm in norms}
    acceptances = [
        Finding(
            relaxation.acceptance(covered),
            Text(
                f"是否同意按“{relaxation.title.zh}”对“{title[covered].zh}”放宽标准？",
                f"Is less than the standard accepted for “{title[covered].en}” under “{relaxation.title.en}”?",
            ),
            relaxation.accepted_by,
            place=relaxation.place,
        )
        for relaxation in relaxations
        for covered in relaxation.covers
        if covered in title
    ]
    return (*departures, *acceptances)


def _digest(document: source.Document) -> str:
    def canonical(value: object) -> object:
        return value.isoformat() if isinstance(value, date) else repr(value)

    text = json.dumps(
        source.plain(document.root), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=canonical
    )
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
