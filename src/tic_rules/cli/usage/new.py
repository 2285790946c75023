"""`tic-rules new`: a dossier to fill in, each field with its meaning, unit, allowed words and evidence."""

from __future__ import annotations

from typing import Final

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text

EXAMPLES: Final = (
    Example(
        Text("tic-rules new liaocheng --output 资料.yaml", "tic-rules new liaocheng --output dossier.yaml"),
        Text("只有聊城的条文用得到的各项", "only what the norms of Liaocheng read"),
    ),
    Example(
        Text("tic-rules new --from shijiazhuang 我的规则.yaml", "tic-rules new --from shijiazhuang my.yaml"),
        Text("石家庄规则包的副本，供修改", "a copy of Shijiazhuang's pack, to edit"),
    ),
    Example(
        Text("tic-rules new --output 资料.yaml", "tic-rules new --lang en --output dossier.yaml"),
        Text("全部资料项，五个城市通用", "every field, for all five cities"),
    ),
)


def command() -> Command:
    """The command as Click runs it."""
    cities = options.cities()
    return Command(
        "new",
        about=Text(
            "写出一份待填的资料：各项都注释掉，附含义、写法、单位和证明材料；填一项就去掉该行的“# ”。"
            "有 --from 时写出规则包的副本，供修改。",
            "Writes a dossier to fill in: every field is commented out, with its meaning, form, unit and evidence; to "
            "fill one in, take away the “# ” of its line. With --from it writes a copy of a pack, to edit.",
        ),
        examples=EXAMPLES,
        exit_codes={
            exit_codes.DONE: Text("已写出。", "It is written."),
            exit_codes.BAD_INPUT: Text("命令行有误，或文件已存在。", "Bad usage, or the file exists."),
        },
        params=[
            Argument(
                "cities",
                value=Text("[城市...]", "[CITY...]"),
                says=Text(
                    f"只要这些城市的条文用得到的：{cities.zh}；不写时是全部。有 --from 时，这里是要写出的文件。",
                    f"Only what the norms of these cities read: {cities.en}; left out: every field. With --from, this "
                    "is the file to write.",
                ),
            ),
            options.track(
                Text("只要这一申报途径用得到的。", "Only what this track needs."),
            ),
            Option(
                "--question",
                value=Text("问题", "QUESTION"),
                says=Text(
                    "只要这一问题用得到的：entry、procedure、operation、naming；不写时是全部。",
                    "Only what this question needs: entry, procedure, operation or naming; left out: all of them.",
                ),
            ),
            Option(
                "source",
                "--from",
                value=Text("城市", "CITY"),
                says=Text(
                    "写出这个城市的规则包供修改，旁边附编辑器用的 pack.schema.json。",
                    "Write this city's pack, to be edited, with pack.schema.json beside it for the editor.",
                ),
            ),
            options.lang(),
            options.file(
                "--output",
                Text(
                    "写到这个文件，已有的文件不覆盖；不写时是标准输出。",
                    "Where to write; a file that exists is left alone. Left out: standard output.",
                ),
            ),
        ],
        callback=work("new"),
    )
