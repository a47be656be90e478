"""What readers see. Every view reads live editions and their listing rows, nothing else."""
