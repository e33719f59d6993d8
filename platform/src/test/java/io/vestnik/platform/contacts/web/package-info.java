/** Pages of contacts, groups and loads. */
@NullMarked
package io.vestnik.platform.contacts.web;

import org.jspecify.annotations.NullMarked;
