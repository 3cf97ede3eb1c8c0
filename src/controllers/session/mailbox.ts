/** For elements, which know only controllers. */
export {mailboxOf} from '../../state/create-mailbox.js';
