/**
 * The first-run tour: a few callouts beside the real controls, which stay usable all the while.
 * Start with {@link mien.app.tour.TourLayer}.
 */
package mien.app.tour;
