"""The gap that a question of one fact leaves ("Where was … born?"), and what each sentence puts into it."""
