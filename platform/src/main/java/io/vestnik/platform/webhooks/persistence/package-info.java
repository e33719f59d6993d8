/** The rows of endpoints, of callbacks that wait, and of the journal. */
@NullMarked
package io.vestnik.platform.webhooks.persistence;

import org.jspecify.annotations.NullMarked;
