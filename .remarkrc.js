import remarkValidateLinks from 'remark-validate-links';

import {publishedLinks} from './.ci/links/published-links.js';

export default {plugins: [[remarkValidateLinks, {repository: false}], publishedLinks]};
