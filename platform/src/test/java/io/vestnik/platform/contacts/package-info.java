/** Contacts, groups and loads. */
@NullMarked
package io.vestnik.platform.contacts;

import org.jspecify.annotations.NullMarked;
