"""What the store and the domain do together: reading the record, the figures of the plan, and a practice under way."""
