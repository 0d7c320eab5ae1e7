"""Where store and domain meet: reading the record, computing the plan's figures, writing an ongoing practice."""
