"""The reference meaning: one dossier, one determination, with its trace."""
