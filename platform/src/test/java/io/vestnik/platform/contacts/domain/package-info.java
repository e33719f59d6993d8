/** What contacts are, and what can be done with them. */
@NullMarked
package io.vestnik.platform.contacts.domain;

import org.jspecify.annotations.NullMarked;
