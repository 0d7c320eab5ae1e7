"""Looking at a whole journal and what lies around it, saying what to do, and mending it."""
