# Walks through the classes of a program. What they keep has to be constant, and what is set has to
# be set on objects that a call makes.
ENUMERATIONS = (('enum', 'Enum'), ('enum', 'IntEnum'))
KNOWN_BASES = (*ENUMERATIONS, ('abc', 'ABC'), ('typing', 'NamedTuple'))
CLASS_DECORATORS = (('dataclasses', 'dataclass'), ('functools', 'total_ordering'))


class ClassWalk(DefinitionWalk):
    def top_class(self, node):
        facts = self.facts
        if getattr(node, 'type_params', None):
            raise Unproved
        places = [self.base(base) for base in node.bases]
        for keyword in node.keywords:
            if keyword.arg != 'metaclass':
                raise Unproved
            if library_place(keyword.value, facts.kinds) != ('abc', 'ABCMeta'):
                raise Unproved
        decorators = [self.class_decorator(decorator) for decorator in node.decorator_list]
        facts.add_kind(node.name, 'class')
        facts.class_attributes[node.name] = set()
        is_enumeration = any([place in ENUMERATIONS for place in places])
        if is_enumeration:
            facts.enumerations.add(node.name)
        is_compared = 'dataclass' in decorators or ('typing', 'NamedTuple') in places
        if not is_compared and not is_enumeration:
            facts.identity_classes.add(node.name)
        stores = facts.stores_on_self
        facts.stores_on_self = False
        for statement in node.body:
            self.class_statement(node.name, statement)
        if is_enumeration and facts.stores_on_self:
            raise Unproved
        facts.stores_on_self = facts.stores_on_self or stores

    def base(self, node):
        """Checks a base class; module and name of one that comes from the library."""
        kinds = self.facts.kinds
        if type(node) is ast.Name:
            name = node.id
            if kinds.get(name) == ('class',):
                # What is set on members of an enumeration stays.
                if name in self.facts.enumerations:
                    raise Unproved
                return None
            if name not in kinds and (name == 'object' or name in EXCEPTION_NAMES):
                return None
        place = library_place(node, kinds)
        if place not in KNOWN_BASES:
            raise Unproved
        return place

    def class_decorator(self, node):
        place = node
        if type(node) is ast.Call:
            place = node.func
            values = [keyword.value for keyword in node.keywords]
            if node.args or not all([type(value) is ast.Constant for value in values]):
                raise Unproved
            if any([keyword.arg not in ('frozen', 'order', 'repr') for keyword in node.keywords]):
                raise Unproved
        found = library_place(place, self.facts.kinds)
        if found not in CLASS_DECORATORS:
            raise Unproved
        return found[1]

    def class_statement(self, owner, node):
        kind = type(node)
        if kind is ast.FunctionDef:
            self.define_method(owner, node)
        elif kind is ast.Assign and len(node.targets) == 1:
            self.class_constant(owner, node.targets[0], node.value)
        elif kind is ast.AnnAssign:
            check_annotation(node.annotation)
            self.class_constant(owner, node.target, node.value)
        elif kind is not ast.Pass and not is_constant_statement(node):
            raise Unproved

    def class_constant(self, owner, target, value):
        if type(target) is not ast.Name or target.id in self.facts.kinds:
            raise Unproved
        if target.id == '__slots__':
            kinds = self.facts.kinds
            if not is_constant(value, kinds) and not is_container(value, kinds):
                raise Unproved
            return
        self.define_attribute(target.id)
        self.facts.class_attributes[owner].add(target.id)
        if value is not None and not is_constant(value, self.facts.kinds):
            self.field(value)

    def field(self, node):
        """Checks how a field of a dataclass, or a member of an enumeration, comes to its value."""
        kinds = self.facts.kinds
        place = library_place(node.func, kinds) if type(node) is ast.Call else None
        if place == ('enum', 'auto') and not node.args and not node.keywords:
            return
        if place != ('dataclasses', 'field') or node.args:
            raise Unproved
        for keyword in node.keywords:
            if keyword.arg == 'default_factory' and type(keyword.value) is ast.Lambda:
                self.lasting_function(keyword.value)
            elif keyword.arg == 'default_factory' and type(keyword.value) is ast.Name:
                if keyword.value.id not in ('list', 'dict', 'set', 'tuple', 'str', 'int', 'float'):
                    raise Unproved
                self.facts.uses.add((keyword.value.id, 'builtin'))
            elif not is_constant(keyword.value, kinds):
                raise Unproved

    def define_method(self, owner, node):
        facts = self.facts
        name = node.name
        if name.startswith('__') and name.endswith('__'):
            if name not in SAFE_METHODS:
                raise Unproved
        else:
            self.define_attribute(name)
        first = [*node.args.posonlyargs, *node.args.args][:1]
        receiver = first[0].arg if first else None
        kind = self.method_kind(node)
        if kind == 'method' or kind == 'property':
            if receiver != 'self':
                raise Unproved
            if kind == 'method':
                facts.methods.add(name)
        else:
            if kind == 'classmethod' and receiver != 'cls':
                raise Unproved
            facts.class_attributes[owner].add(name)
            facts.class_functions.add((owner, name))
        self.method = name
        self.lasting_function(node, 0 if kind == 'staticmethod' else 1)
        self.method = None

    def method_kind(self, node):
        """Whether a function of a class is a method, or what a decorator makes of it."""
        kind = 'method'
        for decorator in node.decorator_list:
            if type(decorator) is ast.Name:
                name = decorator.id
                if name in ('staticmethod', 'classmethod', 'property'):
                    if name in self.facts.kinds:
                        raise Unproved
                    kind = name
                    continue
            elif type(decorator) is ast.Attribute and decorator.attr == 'setter':
                if type(decorator.value) is ast.Name and decorator.value.id == node.name:
                    kind = 'property'
                    continue
            if library_place(decorator, self.facts.kinds) != ('abc', 'abstractmethod'):
                raise Unproved
        return kind


def is_constant_statement(node):
    return type(node) is ast.Expr and type(node.value) is ast.Constant
