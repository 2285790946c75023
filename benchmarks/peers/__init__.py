"""Other engines of rules, given the same norms as far as each can express them."""
