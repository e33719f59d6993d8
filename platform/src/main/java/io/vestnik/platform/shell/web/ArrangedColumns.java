package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.ListMemory;
import io.vestnik.platform.shell.ListView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** The columns of each list as the person has arranged them: put into every page that shows a list, and taken from its menu. */
@Controller
class ArrangedColumns implements HandlerInterceptor {

    private static final int MOST = 40;

    private final ObjectProvider<ListMemory> memory;

    ArrangedColumns(ObjectProvider<ListMemory> memory) {
        this.memory = memory;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        ListMemory remembered = memory.getIfAvailable();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (page == null || remembered == null || who == null) {
            return;
        }
        page.getModel()
                .replaceAll((_, value) ->
                        value instanceof ListView list && !list.columns().isEmpty()
                                ? list.arranged(remembered.columns(who, list.id()))
                                : value);
    }

    /** Names that no column can have are passed over; the page knows which of the rest are its own. */
    @PostMapping("/shell/columns")
    @PreAuthorize("isAuthenticated()")
    String arrange(
            @RequestParam String list,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "false") boolean reset,
            @RequestParam(defaultValue = "/") String back,
            Authentication who) {
        ListMemory remembered = memory.getIfAvailable();
        if (remembered != null && list.matches("[a-z0-9-]{1,40}")) {
            Set<String> chosen = new HashSet<>(shown);
            List<String> columns = order.stream()
                    .filter(name -> name.matches("[a-z0-9_]{1,40}"))
                    .distinct()
                    .limit(MOST)
                    .map(name -> chosen.contains(name) ? name : "-" + name)
                    .toList();
            remembered.arrange(who, list, reset ? List.of() : columns);
        }
        return "redirect:" + (FramePages.ofThisServer(back) ? back : "/");
    }
}
