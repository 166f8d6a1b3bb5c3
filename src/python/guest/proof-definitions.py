# Walks through functions and classes.
class FunctionFacts:
    def __init__(self):
        self.generates = False
        self.cleans_up = False


class DefinitionWalk(StatementWalk):
    def parameters(self, arguments):
        """Visits parameters of a function that is made anew in each call."""
        self.bind_parameters(arguments, 0)
        self.visit_all(arguments.defaults)
        self.visit_all([default for default in arguments.kw_defaults if default is not None])

    def bind_parameters(self, arguments, skipped):
        plain = [*arguments.posonlyargs, *arguments.args]
        rest = [arguments.vararg, arguments.kwarg]
        for parameter in [*plain[skipped:], *arguments.kwonlyargs, *rest]:
            if parameter is not None:
                self.facts.bound.add(parameter.arg)
        for parameter in [*plain, *arguments.kwonlyargs, *rest]:
            if parameter is not None and parameter.annotation is not None:
                check_annotation(parameter.annotation)

    def body(self, node):
        outer = self.function
        self.function = facts = FunctionFacts()
        if getattr(node, 'type_params', None):
            raise Unproved
        if node.returns is not None:
            check_annotation(node.returns)
        self.visit_all(node.body)
        # What is left of a generator is cleaned up later, perhaps in another call.
        if facts.generates and facts.cleans_up:
            raise Unproved
        self.function = outer

    def nested_function(self, node):
        self.facts.bound.add(node.name)
        self.facts.nested_functions.add(node.name)
        self.visit_all(node.decorator_list)
        self.parameters(node.args)
        self.body(node)

    def lasting_function(self, node, skipped=0):
        """Visits a function that outlives a call, and so do the defaults of its parameters."""
        kinds = self.facts.kinds
        arguments = node.args
        for default in [*arguments.defaults, *arguments.kw_defaults]:
            if default is not None and not is_constant(default, kinds):
                raise Unproved
        self.bind_parameters(arguments, skipped)
        if type(node) is ast.Lambda:
            self.visit(node.body)
        else:
            self.body(node)

    def top_function(self, node):
        facts = self.facts
        facts.add_kind(node.name, 'function')
        for decorator in node.decorator_list:
            place = decorator.func if type(decorator) is ast.Call else decorator
            known = (('functools', 'lru_cache'), ('functools', 'cache'))
            if library_place(place, facts.kinds) not in known or len(node.decorator_list) > 1:
                raise Unproved
            if type(decorator) is ast.Call:
                values = [*decorator.args, *[keyword.value for keyword in decorator.keywords]]
                if not all([type(value) is ast.Constant for value in values]):
                    raise Unproved
        self.lasting_function(node)
