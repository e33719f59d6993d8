package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads what a bulk act is about from the form of a list's bulk bar. */
class SelectionArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Selection.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        ListQuery matching = new ListQuery(request.getRequestURI(), ListQueryArguments.read(request, "match."));
        if ("true".equals(request.getParameter("all"))) {
            return new Selection(true, List.of(), matching);
        }
        String[] ids = request.getParameterValues("ids");
        return new Selection(false, ids == null ? List.of() : List.of(ids), matching);
    }
}
