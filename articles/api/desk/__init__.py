"""Everything below ``/api/v1/desk/``: the working copies, for people of the newsroom and their programs."""
