"""Sentences: what a norm found, what it requires and what is missing; and one clause for each step of a trace."""

from __future__ import annotations

from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.ir.conditions import DayOp, Op
from tic_rules.ir.determination import NormResult, Status
from tic_rules.ir.norms import Strength
from tic_rules.ir.operators import DAY_COMPARISONS
from tic_rules.ir.steps import FindingNote, State
from tic_rules.quantity import Kind, display
from tic_rules.report import thresholds, values
from tic_rules.report.measures import called
from tic_rules.report.templates import clauses, fill, listed, quoted
from tic_rules.report.values import day_text, stated, word
from tic_rules.truth import FALSE, TRUE, PointKind, Truth, TruthValue
