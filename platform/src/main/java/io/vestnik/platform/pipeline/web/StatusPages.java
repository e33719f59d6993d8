package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.pipeline.domain.PathStatus;
import io.vestnik.platform.pipeline.domain.StatusService;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the path of all messages is doing, for the person on duty; the live part is asked for every few seconds. */
@Controller
@PreAuthorize(PathRights.MAY_SEE_STATUS)
class StatusPages {
    private final StatusService status;
    private final StatusModel drawing;
    private final PathTexts texts;

    StatusPages(StatusService status, StatusModel drawing, PathTexts texts) {
        this.status = status;
        this.drawing = drawing;
        this.texts = texts;
    }

    @GetMapping("/pipeline/status")
    String show(Model model) {
        fill(model);
        model.addAttribute("tabs", PathTabs.of(texts, "/pipeline/status"));
        return "pipeline/status";
    }

    @GetMapping("/pipeline/status/live")
    String live(Model model) {
        fill(model);
        return "pipeline/status :: live";
    }

    private void fill(Model model) {
        PathStatus now = status.now();
        model.addAttribute("now", now);
        model.addAttribute("hands", drawing.hands(now));
        model.addAttribute("tiles", drawing.tiles(now));
        model.addAttribute("routes", drawing.routes(now));
        model.addAttribute("lanes", drawing.lanes(now));
        model.addAttribute("failures", drawing.failures(now));
        model.addAttribute("doubts", drawing.doubts(now));
        model.addAttribute("nodes", drawing.nodes(now));
        model.addAttribute("readers", drawing.readers(now));
        model.addAttribute("house", drawing.house(now));
    }
}
