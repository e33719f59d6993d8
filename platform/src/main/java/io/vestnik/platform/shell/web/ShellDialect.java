package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.MessageStates;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@code #format}, {@code #frame}, {@code #states} and {@code #charts}: beans by name are refused in attributes. */
@Component
class ShellDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Map<String, Object> objects;

    ShellDialect(Format format, Frame frame, MessageStates states, Charts charts) {
        super("shell");
        this.objects = Map.of("format", format, "frame", frame, "states", states, "charts", charts);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return objects.keySet();
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return objects.get(name);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
