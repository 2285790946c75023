"""What several determinations say together: one dossier held against several cities and ways in, side by side."""
