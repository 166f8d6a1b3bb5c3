# What a proof gathers about a program while it walks through it, to be judged at the end: every
# name means the same all over a program, or there is no proof.
class Unproved(Exception):
    pass


class Facts:
    def __init__(self):
        # What the names at the top of the program are.
        self.kinds = {}
        self.bound = set()
        # Names with the place that they are used in.
        self.uses = set()
        # Names with an attribute that is read, and whether it is called at once.
        self.attribute_uses = set()
        self.attributes = set()
        self.consumers = set()
        self.reading_methods = set()
        # Attributes that the program gives to its own objects, and those that only methods use.
        self.program_attributes = set()
        self.private_attributes = set()
        self.methods = set()
        # By class: what may be read from the class itself.
        self.class_attributes = {}
        self.class_functions = set()
        self.identity_classes = set()
        self.enumerations = set()
        self.constructions = set()
        self.nested_functions = set()
        self.caught = set()
        self.stores_on_self = False
        self.stores_elsewhere = False
        self.has_sets = False
        self.has_views = False
        self.has_loose_identities = False

    def add_kind(self, name, *kind):
        """Notes what a name at the top is."""
        if name in self.kinds or (name.startswith('__') and name.endswith('__')):
            raise Unproved
        self.kinds[name] = kind

    def add_import(self, name, *kind):
        """Notes what an import binds, which may be imported in several places."""
        if self.kinds.get(name) != kind:
            self.add_kind(name, *kind)
