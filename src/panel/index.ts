/*
 * The browser side of the diagram view. There is no such view yet and nothing loads this bundle; it exists so that the build, the
 * packaging and the walls between the folders already cover it.
 */
export {};
