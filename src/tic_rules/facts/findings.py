"""What people decided, and the bans in force."""

# Annotations stand here as they are and not as texts, each of which Pydantic would compile at every start.

from typing import Final, Self

from pydantic import model_validator

from tic_rules.facts.fields import Day, Flag, Line, fact, refuse, refuse_all
from tic_rules.facts.parts import Part, must_give

_WHOLE: Final = ("finding", "answer", "by", "day", "basis")


class RecordedFinding(Part):
    """The answer of a person to a question that only people can decide; all of it must be given."""

    model_config = must_give(*_WHOLE)

    finding: Line | None = fact("认定事项编号", "Id of the finding", "认定文书", "Document of the finding")
    about: Line | None = fact(
        "所涉对象（列表中的一项）", "The member of a list that it is about", "认定文书", "Document of the finding"
    )
    answer: Flag | None = fact("结论（是 true，否 false）", "The answer", "认定文书", "Document of the finding")
    by: Line | None = fact("认定单位", "Who decided", "认定文书", "Document of the finding")
    day: Day | None = fact("认定日期", "Day of the decision", "认定文书", "Document of the finding")
    basis: Line | None = fact("依据", "On what basis", "认定文书", "Document of the finding")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if None in (self.finding, self.answer, self.by, self.day, self.basis):
            refuse_all([refuse("E169", field=name) for name in _WHOLE if getattr(self, name) is None])
        return self


class BanInForce(Part):
    """A bar from applying again."""

    city: Line | None = fact(
        "作出城市（规则包名）", "City that printed it (id of its pack)", "撤销决定", "Decision of revocation"
    )
    first_day: Day | None = fact("起算日", "First day", "撤销决定", "Decision of revocation")
    last_day: Day | None = fact("最后一日", "Last day", "撤销决定", "Decision of revocation")
    basis: Line | None = fact("依据", "On what basis", "撤销决定", "Decision of revocation")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise refuse("E168", "last_day", first=self.first_day, last=self.last_day)
        return self
