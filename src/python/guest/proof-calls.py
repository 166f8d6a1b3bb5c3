# Walks through attributes and calls.
class CallWalk(ExpressionWalk):
    def attribute(self, node):
        if type(node.ctx) is ast.Load:
            self.read_attribute(node, False)
        else:
            self.store_attribute(node)

    def read_attribute(self, node, is_called):
        base, name = node.value, node.attr
        kind = type(base)
        if kind is ast.Name:
            self.facts.attribute_uses.add((base.id, name, is_called))
        elif kind is ast.Call and type(base.func) is ast.Name and base.func.id == 'super':
            if base.args or base.keywords or self.method is None:
                raise Unproved
            self.facts.uses.add(('super', 'builtin'))
            if name not in SAFE_METHODS:
                self.facts.attributes.add((name, is_called))
        elif name == '__name__' and is_type_call(base):
            self.facts.uses.add(('type', 'builtin'))
            self.visit(base.args[0])
        elif name == '__name__' and kind is ast.Attribute and base.attr == '__class__':
            self.visit_as(base.value, 'attribute')
        elif kind is ast.Call:
            self.facts.attributes.add((name, is_called))
            self.plain_call(base, '.')
        else:
            self.facts.attributes.add((name, is_called))
            self.visit(base)

    def store_attribute(self, node):
        name = node.attr
        if type(node.value) is ast.Name and node.value.id == 'self' and self.method is not None:
            self.facts.stores_on_self = True
            self.define_attribute(name)
            return
        if name.startswith('_') or not may_be_stored(name):
            raise Unproved
        self.facts.stores_elsewhere = True
        self.facts.program_attributes.add(name)
        self.visit_as(node.value, 'target')

    def define_attribute(self, name):
        """Notes an attribute that a class of the program has."""
        if is_private(name):
            self.facts.private_attributes.add(name)
        elif name.startswith('_') or not may_be_stored(name):
            raise Unproved
        else:
            self.facts.program_attributes.add(name)

    def call(self, node, target=''):
        function = node.func
        if type(function) is ast.Name and function.id in IDENTITY_BUILTINS:
            self.facts.has_loose_identities = True
        elif type(function) is ast.Attribute and function.attr in ('keys', 'items'):
            self.facts.has_views = True
        elif type(function) is ast.Attribute and function.attr == 'values':
            self.facts.has_loose_identities = True
        self.plain_call(node, target)

    def plain_call(self, node, target=''):
        """Visits a call; `target` is the name that its result goes to, or a dot."""
        function = node.func
        kind = type(function)
        reader = ''
        if kind is ast.Name:
            name = function.id
            self.call_of_name(name, target)
            if name in READERS:
                reader = name
                self.facts.consumers.add((name, None))
        elif kind is ast.Attribute:
            self.read_attribute(function, True)
            name = function.attr
            if type(function.value) is ast.Name and name in READERS:
                reader = name
                self.facts.consumers.add((function.value.id, name))
            elif name in READING_METHODS:
                reader = name
                self.facts.reading_methods.add(name)
        else:
            self.visit(function)
        self.arguments(node, reader)

    def call_of_name(self, name, target):
        if name == 'hash' and self.method == '__hash__':
            self.facts.uses.add((name, 'builtin'))
        elif name == 'super':
            raise Unproved
        else:
            self.facts.uses.add((name, 'call'))
            self.facts.constructions.add((name, target))

    def arguments(self, node, reader):
        if reader in READERS:
            count = count_read_arguments(reader, len(node.args))
        else:
            count = 1 if reader else 0
        for index, argument in enumerate(node.args):
            if index == 0 and reader in CALLERS:
                self.visit_called(argument)
            elif index == 1 and reader in ('isinstance', 'issubclass'):
                self.classes(argument)
            elif index < count:
                self.visit_read(argument)
            else:
                self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg is None:
                self.visit_read(keyword.value)
            elif keyword.arg == 'key' and reader:
                self.visit_called(keyword.value)
            else:
                self.visit(keyword.value)

    def visit_called(self, node):
        """Visits what is only called."""
        if type(node) is ast.Lambda:
            self.plain_lambda(node)
        elif type(node) is ast.Attribute:
            self.read_attribute(node, True)
        else:
            self.visit_as(node, 'argument')

    def classes(self, node):
        """Visits a class, or several of them, that something is compared with."""
        if type(node) is ast.Tuple:
            for item in node.elts:
                self.visit_as(item, 'class')
        else:
            self.visit_as(node, 'class')
