package io.vestnik.platform.shell;

/** A step of the way to a page that lies deeper than the second level. */
public record Crumb(String title, String url) {}
