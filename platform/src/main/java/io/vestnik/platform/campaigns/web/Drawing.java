package io.vestnik.platform.campaigns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Draws a fragment of a template as a text, within a request that answers otherwise. */
@Component
class Drawing {
    private final ObjectProvider<ThymeleafViewResolver> views;

    Drawing(ObjectProvider<ThymeleafViewResolver> views) {
        this.views = views;
    }

    String draw(String fragment, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        HttpServletResponse captured = new HttpServletResponseWrapper(response) {
            @Override
            public PrintWriter getWriter() {
                return writer;
            }

            @Override
            public void setContentType(String type) {
                // The stream's own type stays.
            }
        };
        try {
            Objects.requireNonNull(views.getObject().resolveViewName(fragment, LocaleContextHolder.getLocale()))
                    .render(model, request, captured);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(fragment + " cannot be drawn", e);
        }
        return text.toString();
    }
}
