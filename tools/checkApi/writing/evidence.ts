/** What writing has shown. It holds no value of the portal; what was not tried is left out. */
export interface WritingEvidence {
	/** How booleans of multipart bodies were taken; whether the refusal of words named the field. */
	booleans?: { taken: 'words' | 'digits' | 'neither'; namesField?: boolean };
	/** Status of creating an invoice with PDF. */
	invoiceStatus?: number;
	/** Status of a second invoice with the same number. */
	secondInvoiceStatus?: number;
	/** Status of an invoice without its PDF, and whether it is in the list all the same. */
	refused?: { status: number; isListed: boolean };
	/** Whether the invoice was in the list at once, and fields that differed from what was sent. */
	listed?: { isThere: boolean; differing: string[] };
	/** Minutes between the moment that was sent on Dutch clocks and the one that was read. */
	momentOffMinutes?: number;
	/** Whether changes showed, by what was changed. */
	shown: Partial<Record<'invoice' | 'offer' | 'payment link', boolean>>;
	/** The PDF as it came back. */
	download?: { status: number; isSame: boolean };
	/** Status of creating an agreement with lists in a multipart body. */
	agreementStatus?: number;
	webhook?: {
		/** Whether the record could be removed. */
		deletion?: 'removed' | 'not offered' | 'refused';
		call?: WebhookCall;
	};
	/** Status of deleting, by what it was tried on; and whether the object was gone. */
	deletions: Array<{ kind: string; status: number; isGone: boolean }>;
	/** Steps that did not work, with the reason in words without values. */
	failures: string[];
}

/** A call of a webhook, as far as it may be told. */
export interface WebhookCall {
	method: string;
	contentType: string;
	signature: 'the secret' | 'an HMAC-SHA256 of the body' | 'something else' | 'missing';
	isJson: boolean;
	namesObject: boolean;
	/** Names and types of the fields: `data.id (text)`. */
	fields: string[];
	/** Names of the headers that begin with x-. */
	headers: string[];
}
