"""A determination for people: sentences, and the same report in a terminal, in Markdown and as HTML.

Everything is said from the determination alone. ``document`` puts together what is said and in which order, and the
renderers differ in looks only; so no renderer can leave out what another one tells.
"""
