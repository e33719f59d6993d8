package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.ListQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads what a list is asked for from the address. */
class ListQueryArguments implements HandlerMethodArgumentResolver {

    private static final int MOST_PARAMETERS = 160;
    private static final int LONGEST_VALUE = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new ListQuery(request.getRequestURI(), read(request, ""));
    }

    /** The parameters whose names start with the prefix, without it; longer values are cut, more of them left out. */
    static Map<String, String> read(HttpServletRequest request, String prefix) {
        Map<String, String> read = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix)
                    && !name.startsWith("_")
                    && read.size() < MOST_PARAMETERS
                    && values.length > 0) {
                String value = values[0];
                read.put(
                        name.substring(prefix.length()),
                        value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
            }
        });
        return read;
    }
}
