"""Formulas worked out for many states at once: a column of values for each variable, a column for the result."""

from functools import reduce
from typing import TypeAlias

import numpy as np
import z3

Column: TypeAlias = np.ndarray


class Columns:
    """A table of states; a variable without a column of its own is false, or 0, in every state."""

    def __init__(self, states: int) -> None:
        self._states = states
        self._values: dict[str, Column] = {}
        self._worked_out: dict[int, tuple[z3.ExprRef, Column]] = {}

    def set(self, variable: z3.ExprRef, values: Column) -> None:
        """Give a variable its value in each state."""
        assert values.shape == (self._states,)
        self._values[str(variable)] = values

    def of(self, formula: z3.ExprRef) -> Column:
        """The value of a formula in each state."""
        known = self._worked_out.get(formula.get_id())
        if known is None:
            known = formula, self._work_out(formula)  # the formula is held, so that its id is not given away again
            self._worked_out[formula.get_id()] = known
        return known[1]

    def _work_out(self, formula: z3.ExprRef) -> Column:
        kind = formula.decl().kind()
        if kind == z3.Z3_OP_UNINTERPRETED:
            blank = np.zeros(self._states, dtype=bool if z3.is_bool(formula) else np.int64)
            return self._values.get(str(formula), blank)
        if kind == z3.Z3_OP_PB_AT_LEAST:
            holding = reduce(np.add, (self.of(part).astype(np.int64) for part in formula.children()))
            return holding >= formula.decl().params()[0]
        if kind in _CONSTANTS:
            return np.full(self._states, _CONSTANTS[kind])
        if kind == z3.Z3_OP_ANUM:
            return np.full(self._states, formula.as_long())
        parts = [self.of(part) for part in formula.children()]
        if kind == z3.Z3_OP_ITE:
            return np.where(*parts)
        return _OPERATIONS[kind](parts)


_CONSTANTS = {z3.Z3_OP_TRUE: True, z3.Z3_OP_FALSE: False}
_OPERATIONS = {
    z3.Z3_OP_AND: lambda parts: reduce(np.logical_and, parts),
    z3.Z3_OP_OR: lambda parts: reduce(np.logical_or, parts),
    z3.Z3_OP_NOT: lambda parts: np.logical_not(*parts),
    z3.Z3_OP_GE: lambda parts: np.greater_equal(*parts),
    z3.Z3_OP_LE: lambda parts: np.less_equal(*parts),
}
