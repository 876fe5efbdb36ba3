"""Public test sets that Parallax is measured on, one module a set; `registry` names them."""
