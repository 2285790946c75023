"""All that is known about an applicant: the checked models, and the catalogue of facts read off them."""

from tic_rules.facts.catalogue import common_facts
from tic_rules.facts.dossier import Dossier
from tic_rules.facts.values import read_value, reader_of, written_form

__all__ = ["Dossier", "common_facts", "read_value", "reader_of", "written_form"]
