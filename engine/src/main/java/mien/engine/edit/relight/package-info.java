/**
 * Relight and rig: a portrait in another light, with the head turned and the face moved
 * (DiffusionRig, Ding et al. 2023, arXiv:2304.06711).
 *
 * <p>{@link mien.engine.edit.relight.Relight} is the algorithm, {@link
 * mien.engine.edit.relight.RelightSpec} what can be chosen. Each part of a spec (light, head, jaw,
 * gaze) keeps the numbers found in the picture and the values set by the person; where these agree
 * the numbers pass through untouched.
 */
package mien.engine.edit.relight;
