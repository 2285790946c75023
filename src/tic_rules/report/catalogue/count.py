"""How many of something, with the English noun that fits the number."""

from __future__ import annotations


class Count(int):
    """A number that a template names as ``{count:error|errors}``: 1 error, 2 errors; as ``{count}`` alone it is plain.

    The sentence stays whole in the catalogue, and Chinese, which has one form, names the number alone.
    """

    def __format__(self, nouns: str) -> str:
        if "|" not in nouns:
            return super().__format__(nouns)
        one, _, more = nouns.partition("|")
        return f"{int(self)} {one if self == 1 else more}"
