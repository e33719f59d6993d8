/** The first page after the sign-in. */
@NullMarked
package io.vestnik.platform.cabinet.web;

import org.jspecify.annotations.NullMarked;
