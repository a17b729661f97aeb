/** Where the page of the desktop window comes from. */
export const pageOrigin = 'app://tre-pallini';

/** Page to preload, preload to program: somebody hears now. */
export const portReady = 'tre-pallini-pronta';
/** Program to preload, preload to page: here is the port. */
export const portSent = 'tre-pallini-porta';

/** Of the menu, in the place of a screen: others look on, or no more. */
export const sharingCommand = 'condivisione-schermo';
