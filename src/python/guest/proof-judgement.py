# Judges what a walk through a program has gathered: whether every name stands for something that
# no call can leave changed.
def judge(facts):
    """Raises `Unproved` when a call might leave something behind."""
    judgement = Judgement(facts)
    if facts.bound & facts.kinds.keys() or facts.program_attributes & facts.reading_methods:
        raise Unproved
    for name in (*facts.bound, *facts.kinds):
        # Inside of a class they are names of something else.
        if name.startswith('__'):
            raise Unproved
    for name, place in facts.uses:
        judgement.name(name, place)
    for base, name, is_called in facts.attribute_uses:
        judgement.attribute_of_name(base, name, is_called)
    for name, is_called in facts.attributes:
        judgement.attribute(name)
    for name, attribute in facts.consumers:
        judgement.consumer(name, attribute)
    if facts.stores_elsewhere and judgement.has_changeable_values:
        raise Unproved
    if facts.stores_on_self and 'self' in facts.bound:
        raise Unproved
    facts.has_sets = may_have_sets(facts)
    if facts.has_sets:
        check_identities(facts)


def may_have_sets(facts):
    if facts.has_sets or facts.has_views:
        return True
    bases = [base for base, _, _ in facts.attribute_uses]
    names = {name for name, _ in facts.uses}.union(bases)
    views = {('keys', False), ('items', False)}
    read = {(name, is_called) for _, name, is_called in facts.attribute_uses} | facts.attributes
    return not names.isdisjoint(('set', 'frozenset')) or not read.isdisjoint(views)


class Judgement:
    def __init__(self, facts):
        self.facts = facts
        # Whether functions or classes that outlive the call are values, which one could set
        # attributes of.
        self.has_changeable_values = bool(facts.enumerations)

    def name(self, name, place):
        facts = self.facts
        kind = facts.kinds.get(name)
        if kind is None:
            self.name_of_call(name, place)
        elif kind[0] == 'function':
            if place != 'call' and place != 'argument':
                self.has_changeable_values = True
        elif kind[0] == 'class':
            if place != 'call' and place != 'class':
                if name not in facts.enumerations:
                    raise Unproved
        elif kind[0] == 'library':
            if kind[2] in FOR_DEFINITIONS:
                raise Unproved
            if place not in ('call', 'argument', 'class') and is_changeable(*kind[1:]):
                self.has_changeable_values = True
        elif kind[0] == 'container':
            if place != 'read' and place != 'subscript':
                raise Unproved
        elif kind[0] != 'constant':
            raise Unproved

    def name_of_call(self, name, place):
        """Judges a name that is bound in functions only, or a builtin."""
        is_bound = name in self.facts.bound
        if place == 'builtin':
            if is_bound:
                raise Unproved
        elif name == 'cls':
            if is_bound or place != 'call':
                raise Unproved
        elif name == 'self' and not is_bound:
            pass
        elif name not in SAFE_BUILTINS and (not is_bound or name in ALL_BUILTINS):
            raise Unproved

    def attribute_of_name(self, base, name, is_called):
        facts = self.facts
        kind = facts.kinds.get(base)
        if kind is None:
            if base == 'self' and 'self' not in facts.bound and name in facts.private_attributes:
                return
            if base == 'cls' and 'cls' not in facts.bound:
                if not any([name in names for names in facts.class_attributes.values()]):
                    raise Unproved
                return
            self.name_of_call(base, 'attribute')
            self.attribute(name)
        elif kind[0] == 'module':
            if name not in SAFE_LIBRARY[kind[1]] or name in FOR_DEFINITIONS:
                raise Unproved
            if not is_called and is_changeable(kind[1], name):
                self.has_changeable_values = True
        elif kind[0] == 'class':
            if name not in facts.class_attributes[base] and name not in SAFE_DUNDERS:
                raise Unproved
            if not is_called and (base, name) in facts.class_functions:
                self.has_changeable_values = True
        elif kind[0] == 'container':
            if name not in CONTAINER_METHODS or not is_called:
                raise Unproved
        elif kind[0] == 'alias':
            raise Unproved
        else:
            if kind[0] == 'function' or (kind[0] == 'library' and not is_called):
                self.has_changeable_values = True
            self.attribute(name)

    def attribute(self, name):
        if name in SAFE_ATTRIBUTES or name in SAFE_PRIVATE_ATTRIBUTES or name in SAFE_DUNDERS:
            return
        if name not in self.facts.program_attributes:
            raise Unproved

    def consumer(self, name, attribute):
        """Makes sure that what is taken for a function of the library is one."""
        facts = self.facts
        kind = facts.kinds.get(name)
        if attribute is not None:
            if kind is not None and kind[0] == 'module':
                return
            is_own = attribute in facts.program_attributes
            if kind is None and not is_own and attribute in SAFE_ATTRIBUTES:
                return
            raise Unproved
        if kind is None:
            if name in facts.bound or name not in SAFE_BUILTINS:
                raise Unproved
        elif kind[0] != 'library' or kind[2] != name:
            raise Unproved
