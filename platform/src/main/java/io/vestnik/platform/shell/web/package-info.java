/** The web side of the frame: what templates ask for, errors, languages, static resources and the security of pages. */
@NullMarked
package io.vestnik.platform.shell.web;

import org.jspecify.annotations.NullMarked;
