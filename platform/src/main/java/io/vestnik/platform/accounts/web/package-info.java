/** Sign-in, sessions, and the pages of people, keys and the audit. */
@NullMarked
package io.vestnik.platform.accounts.web;

import org.jspecify.annotations.NullMarked;
