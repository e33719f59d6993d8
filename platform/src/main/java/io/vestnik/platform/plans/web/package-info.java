/** The pages of plans. */
@NullMarked
package io.vestnik.platform.plans.web;

import org.jspecify.annotations.NullMarked;
