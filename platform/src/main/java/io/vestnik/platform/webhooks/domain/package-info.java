/** The rules of telling: who is told what, when, how often, signed how. */
@NullMarked
package io.vestnik.platform.webhooks.domain;

import org.jspecify.annotations.NullMarked;
