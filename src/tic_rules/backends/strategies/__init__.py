"""Dossiers built by construction from a pack's conditions, and small edits of a pack.

Nothing is drawn blindly and filtered: each norm says what would meet it, fail it or put it on its boundary. Where to
find what, from the outside in (``tic_rules.testing`` is the door):

- ``drawing``: the strategies themselves, the only part that needs Hypothesis; ``plans``: how a dossier passes, fails
  one norm, or is disturbed; ``pins``: facts held in any case;
- ``search``: has several ``goals`` hold at once; ``choosing``: who chooses among the ways;
- ``ways``: for each condition what to say so that it holds or does not, by ``amounts``, ``members`` of lists, ``days``
  and ``sayings``; ``targets``: amounts worth trying; ``boundaries``: on a bound and the finest step beside it;
- ``draft``: a dossier in the making; ``setting``: the pack and day it is made for; ``reading``: what it amounts to, by
  plain ``arithmetic`` that shares no code with the engine, so that the two can be held against each other;
  ``coherence``: what no dossier may say; ``kinds``: of what a measure is;
- ``written``: a draft as a file would say it; ``masking``: what nobody told us;
- ``edits``: small edits of a pack, by ``rewriting`` it; ``leaning``: what effect each can have.
"""
