"""report.html: one file that says everything a run found, without a network."""
