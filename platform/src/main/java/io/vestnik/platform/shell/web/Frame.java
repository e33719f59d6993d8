package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.PresentViewer;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import io.vestnik.platform.shell.Viewer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the layout asks about the present request and its viewer; templates call it as {@code #frame}. */
@Component
class Frame {

    static final String THEME_COOKIE = "theme";

    private final ObjectProvider<MenuEntry> entries;
    private final ObjectProvider<Slot> slots;
    private final PresentViewer viewer;

    Frame(ObjectProvider<MenuEntry> entries, ObjectProvider<Slot> slots, PresentViewer viewer) {
        this.entries = entries;
        this.slots = slots;
        this.viewer = viewer;
    }

    /** A section as this viewer sees it. */
    public record MenuSection(Section section, boolean current, List<MenuItem> items) {

        /** Where the section leads to when it has one page only. */
        public MenuItem only() {
            return items.getFirst();
        }

        /** Whether the section is a single link. */
        public boolean single() {
            return items.size() == 1;
        }
    }

    /** A page in the menu. */
    public record MenuItem(String titleKey, String url, boolean current) {}

    /** Whether htmx asks for the content only. */
    public boolean partial() {
        HttpServletRequest request = request();
        return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
    }

    /** The person who looks; null when nobody has signed in. */
    public @Nullable Viewer viewer() {
        return viewer.viewer().orElse(null);
    }

    /** The chosen theme: light or dark; null when the device decides. */
    public @Nullable String theme() {
        if (request().getAttribute(THEME_COOKIE) instanceof String forced) {
            return forced;
        }
        Cookie[] cookies = request().getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(THEME_COOKIE)
                        && Set.of("light", "dark").contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** The menu: sections in their order, only those where the viewer may open a page. */
    public List<MenuSection> menu() {
        Set<String> rights = rights();
        Map<Section, List<MenuEntry>> bySection = new EnumMap<>(Section.class);
        List<MenuEntry> open = entries.stream()
                .filter(entry -> rights.contains(entry.right()))
                .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::url))
                .toList();
        open.forEach(entry -> bySection
                .computeIfAbsent(entry.section(), _ -> new ArrayList<>())
                .add(entry));
        String current = currentUrl(open);
        return bySection.entrySet().stream()
                .map(it -> section(it.getKey(), it.getValue(), current))
                .toList();
    }

    private static MenuSection section(Section section, List<MenuEntry> entries, String current) {
        List<MenuItem> items = entries.stream()
                .map(entry ->
                        new MenuItem(entry.titleKey(), entry.url(), entry.url().equals(current)))
                .toList();
        return new MenuSection(section, items.stream().anyMatch(MenuItem::current), items);
    }

    /** What upper modules put into the place, for this viewer, in order. */
    public List<Slot> slots(String place) {
        Set<String> rights = rights();
        return slots.stream()
                .filter(slot -> slot.place().equals(place) && rights.contains(slot.right()))
                .sorted(Comparator.comparingInt(Slot::order).thenComparing(Slot::url))
                .toList();
    }

    /** The path of the page, also while an error page is shown for it. */
    public String path() {
        HttpServletRequest request = request();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** The path and query to come back to after the language was changed; the start page unless it was a GET. */
    public String here() {
        HttpServletRequest request = request();
        if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Whether the viewer holds the right. */
    public boolean may(String right) {
        return rights().contains(right);
    }

    private String currentUrl(List<MenuEntry> open) {
        String path = path();
        String here = here();
        return open.stream()
                .map(MenuEntry::url)
                .filter(url -> path.equals(url)
                        || path.startsWith(url.equals("/") ? "//" : url + "/")
                        || (url.contains("?") && (here + "&").startsWith(url + "&")))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Set<String> rights() {
        Set<String> rights = new HashSet<>();
        Authentication authentication = authentication();
        if (authentication != null) {
            for (GrantedAuthority authority : authentication.getAuthorities()) {
                String right = authority.getAuthority();
                if (right != null) {
                    rights.add(right);
                }
            }
        }
        return rights;
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
