"""Search of what is live: one index for articles and one for quotations, kept inside the publishing transaction."""
