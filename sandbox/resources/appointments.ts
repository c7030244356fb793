import { ApiError, invalid } from '../errors';
import type { Appointment } from '../records';
import { newIdentifier } from '../values/identifiers';
import { addToDay, atom, atomOf, instantOf } from '../values/moments';
import { created, customerOf, named, ok, type Operations, type PortalContext } from './operation';

function showAppointment({ name: _name, ...appointment }: Appointment): object {
	return appointment;
}

function cancel(appointment: Appointment, context: PortalContext): void {
	if (appointment.status === 'canceled') {
		throw new ApiError(409, 'The appointment was canceled before.');
	}
	appointment.status = 'canceled';
	context.announce('appointment-canceled', showAppointment(appointment));
}

/** Who the appointment is with: a customer, or a person with name and e-mail address. */
function attendeeOf(
	body: { customerId?: string; attendeeName?: string; attendeeEmail?: string },
	context: PortalContext,
): Pick<Appointment, 'customerId' | 'attendeeName' | 'attendeeEmail'> {
	if (body.customerId) {
		const customer = customerOf(context, body.customerId);
		return {
			customerId: customer.id,
			attendeeName: body.attendeeName || customer.companyName,
			attendeeEmail: body.attendeeEmail ?? customer.primaryEmail,
		};
	}
	if (!body.attendeeName) {
		throw invalid('The attendeeName field is required when customerId is not present.');
	}
	if (!body.attendeeEmail) {
		throw invalid('The attendeeEmail field is required when customerId is not present.');
	}
	return {
		customerId: null,
		attendeeName: body.attendeeName,
		attendeeEmail: body.attendeeEmail,
	};
}

export const appointments: Operations = {
	'list-appointments': (request, { state }) => {
		const { start_at: start, days } = request.query as { start_at?: string; days?: number };
		const from = start ? instantOf(start) : Date.now();
		// Counted on the calendar: a day with a change of the clocks has 23 or 25 hours.
		const local = atom(from);
		const until = instantOf(
			`${addToDay(local.slice(0, 10), days ?? 7, 'days')} ${local.slice(11, 19)}`,
		);
		const inPeriod = state.appointments
			.map((appointment) => ({ appointment, at: Date.parse(appointment.startsAt) }))
			.filter(({ at }) => at >= from && at < until)
			.sort((one, other) => one.at - other.at);
		return ok({ data: inPeriod.map(({ appointment }) => showAppointment(appointment)) });
	},

	'schedule-appointment': (request, context) => {
		const body = request.body as {
			name: string;
			customerId?: string;
			attendeeName?: string;
			attendeeEmail?: string;
			startsAt: string;
			endsAt: string;
		};
		const attendee = attendeeOf(body, context);
		if (instantOf(body.endsAt) <= instantOf(body.startsAt)) {
			throw invalid('The endsAt field must be a date after startsAt.');
		}
		const appointment: Appointment = {
			id: newIdentifier('apt'),
			name: body.name,
			...attendee,
			startsAt: atomOf(body.startsAt),
			endsAt: atomOf(body.endsAt),
			status: 'scheduled',
			createdAt: atom(),
		};
		context.state.appointments.push(appointment);
		context.announce('appointment-created', showAppointment(appointment));
		return created(showAppointment(appointment));
	},

	'get-appointment': (request, { state }) =>
		ok(showAppointment(named(state.appointments, request, 'appointmentId', 'appointment'))),

	'change-appointment-status': (request, context) => {
		const appointment = named(context.state.appointments, request, 'appointmentId', 'appointment');
		const { status } = request.body as { status?: 'scheduled' | 'canceled' };
		if (!status) throw invalid('The status field is required.');
		if (status === 'canceled') cancel(appointment, context);
		else appointment.status = status;
		return ok(showAppointment(appointment));
	},

	'cancel-appointment': (request, context) => {
		const appointment = named(context.state.appointments, request, 'appointmentId', 'appointment');
		cancel(appointment, context);
		return ok(showAppointment(appointment));
	},
};
