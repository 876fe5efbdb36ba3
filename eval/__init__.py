"""How good the answers are: gold questions, one measure a file, systems under test, the run and its report."""
